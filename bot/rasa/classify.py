"""Runs inside Rasa's environment: reads ``[text, metadata]`` lists as JSON lines, writes what Rasa makes of each.

``python -m bot.rasa.classify MODEL`` prints ``{"intent", "confidence", "entities", "text"}`` a line.
"""

import asyncio
import json
import sys
import warnings

from bot.rasa.without_tensorflow import leave_out_tensorflow

leave_out_tensorflow()
import sanic  # noqa: E402, F401  importing it switches warnings on

warnings.simplefilter("ignore")

from rasa.core.agent import load_agent  # noqa: E402
from rasa.core.channels.channel import UserMessage  # noqa: E402

from bot.rasa.quiet_logs import quiet  # noqa: E402


async def main(model: str) -> None:
    """Parse each line with the trained model, actions and all else left out."""
    quiet()
    agent = await load_agent(model_path=model)
    for line in sys.stdin:
        text, metadata = json.loads(line)
        parsed = await agent.processor.parse_message(UserMessage(text, metadata=metadata))
        intent = parsed["intent"]
        entities = [[e["entity"], e["value"], e.get("role")] for e in parsed["entities"]]
        out = {"intent": intent["name"], "confidence": intent["confidence"], "entities": entities}
        print(json.dumps({**out, "text": parsed["text"]}), flush=True)


asyncio.run(main(sys.argv[1]))
