"""Safety alerts: words about danger, on the duty list until a person has acknowledged them."""
