#!/bin/sh
# Train the assistant from bot/ and nlu/intents into bot/models/front-door.tar.gz.
set -eu
cd "$(dirname "$0")/.."
PYTHONPATH=. PYTHONDONTWRITEBYTECODE=1 RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 SQLALCHEMY_SILENCE_UBER_WARNING=1 \
    exec .venv-rasa/bin/rasa train --config config.yml --domain bot/domain --data nlu/intents bot/rules \
    --out bot/models --fixed-model-name front-door
