"""Chats on Telegram: who a chat is, what was already done with an update, and what was already sent."""
