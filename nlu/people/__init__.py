"""Who is in the household, where they live, who works with them and what they agreed to."""
