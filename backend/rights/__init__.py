"""What people may ask about their data: a copy, a correction, an objection, erasure. A person answers, in time."""
