"""The Telegram channel: a process that brings what families write there to the door, and back what is answered."""
