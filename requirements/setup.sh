#!/bin/sh
# From a bare checkout to two environments, the `frontdoor` command and a trained assistant. Each step leaves a stamp of
# what it was made from, and is skipped while that has not changed.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "front door: $*"; }
stop() { printf '%s\n' "front door: $*" >&2; exit 1; }

# A Python is taken if it runs here and is new (or old) enough; pyenv's are looked for by folder too, since a shim
# refuses to run when the version it was asked for is missing.
find_python() { # $1: Python expression that must hold, $2…: names to try
    wanted=$1; shift
    shims=$(command -v pyenv 2>/dev/null || true)
    for root in "${PYENV_ROOT:-}" "${HOME:-}/.pyenv" "${shims%/*/*}"; do
        [ -n "$root" ] && [ -d "$root/versions" ] && set -- "$@" "$root"/versions/*/bin/python3
    done
    for name in "$@"; do
        found=$("$name" -c "import sys; v = sys.version_info[:2]; print(sys.executable if $wanted else '')" 2>/dev/null || true)
        [ -n "$found" ] && { printf '%s' "$found"; return 0; }
    done
    return 1
}

sum_of() { find "$@" -type f ! -name '*.pyc' 2>/dev/null | LC_ALL=C sort | xargs cat | cksum; }
fresh() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

new=$(find_python 'v >= (3, 11)' python3.12 python3.13 python3.11 python3 python3.14) ||
    stop "no Python 3.11 or newer was found. Install one (Debian: apt-get install python3; pyenv: pyenv install 3.12) and try again."
old=$(find_python 'v == (3, 10)' python3.10 python3) ||
    stop "no Python 3.10 was found, which Rasa needs. Install it (pyenv install 3.10) and try again."

uv_made_from="$(cat requirements/bootstrap.txt | cksum)"
if ! fresh .uv/stamp "$uv_made_from"; then
    say "getting the installer"
    rm -rf .uv
    "$new" -m pip --version >/dev/null 2>&1 || stop "$new has no pip. Install it (Debian: apt-get install python3-pip) and try again."
    "$new" -m pip install --quiet --disable-pip-version-check --require-hashes --target .uv -r requirements/bootstrap.txt 2>.uv.log ||
        { cat .uv.log >&2; rm -f .uv.log; stop "the installer could not be fetched. Is the package registry in reach?"; }
    rm -f .uv.log
    printf '%s' "$uv_made_from" > .uv/stamp
fi
uv=.uv/bin/uv
# A project file of somebody else's further up must not change what is installed here.
export UV_NO_CONFIG=1 UV_PYTHON_DOWNLOADS=never

environment() { # $1: folder, $2: Python, $3: locked requirements
    made_from="$("$2" --version) $(cksum < "$3")"
    fresh "$1/stamp" "$made_from" && return 0
    say "installing $1 ($("$2" --version))"
    rm -rf "$1"
    "$uv" venv --quiet --python "$2" "$1"
    # The lock is whole and was resolved with overrides, so what a package says it needs is not asked again.
    "$uv" pip install --quiet --python "$1/bin/python" --no-deps --require-hashes -r "$3" ||
        stop "installing $1 failed. Is the package registry in reach?"
    "$1/bin/python" -m compileall -q -j 0 "$1/lib" >/dev/null 2>&1 || true
    printf '%s' "$made_from" > "$1/stamp"
}
environment .venv "$new" requirements/app.txt
environment .venv-rasa "$old" requirements/rasa.txt

# `sh requirements/setup.sh audit` adds what `make audit` alone needs: wapiti, and csp_evaluator where there is npm.
if [ "${1:-}" = audit ]; then
    newer=$(find_python 'v >= (3, 12)' python3.12 python3.13 python3.14 python3) || stop "wapiti needs Python 3.12 or newer."
    environment .venv-audit "$newer" requirements/audit.txt
    command -v npm >/dev/null 2>&1 || stop "make audit needs node and npm (Debian: apt-get install npm)."
    judge_made_from="$(cksum < requirements/csp/package-lock.json)"
    if ! fresh .venv-audit/csp/stamp "$judge_made_from"; then
        mkdir -p .venv-audit/csp
        cp requirements/csp/package.json requirements/csp/package-lock.json .venv-audit/csp/
        npm ci --prefix .venv-audit/csp --ignore-scripts --no-audit --no-fund --loglevel error || stop "csp_evaluator could not be installed."
        printf '%s' "$judge_made_from" > .venv-audit/csp/stamp
    fi
fi

itself="$(cksum < pyproject.toml)"
if ! fresh .venv/stamp-itself "$itself"; then
    "$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --reinstall-package front-door -e .
    printf '%s' "$itself" > .venv/stamp-itself
fi

model_made_from="$(sum_of config.yml bot/domain bot/rules bot/rasa nlu/intents requirements/rasa.txt)"
if ! fresh bot/models/stamp "$model_made_from"; then
    say "training the assistant"
    mkdir -p bot/models
    sh requirements/train.sh > bot/models/training.log 2>&1 || { tail -n 40 bot/models/training.log >&2; stop "training failed; the whole log is bot/models/training.log"; }
    printf '%s' "$model_made_from" > bot/models/stamp
fi

opinion_made_from="$(sum_of nlu/learned/*.py nlu/learned/*.yml nlu/corpora/*.jsonl nlu/needs/cases nlu/needs/indicators.yml nlu/plain.py nlu/spelling.yml nlu/phrases.py nlu/words.yml requirements/app.txt)"
if ! fresh nlu/learned/model/stamp "$opinion_made_from"; then
    say "training the reader's second opinion"
    mkdir -p nlu/learned/model
    .venv/bin/python -m nlu.learned.train > nlu/learned/model/training.log 2>&1 || { tail -n 20 nlu/learned/model/training.log >&2; stop "training failed; the whole log is nlu/learned/model/training.log"; }
    printf '%s' "$opinion_made_from" > nlu/learned/model/stamp
fi

languages_made_from="$(sum_of nlu/written/*.py nlu/written/everyday.yml nlu/written/danger.yml nlu/written/cases/danger-development.jsonl nlu/learned/features.py nlu/learned/model.py nlu/learned/regression.py nlu/learned/texts.py nlu/corpora/*.jsonl nlu/corpora/clauses/*.jsonl nlu/corpora/vocabulary nlu/needs/cases nlu/people/cases requirements/app.txt)"
if ! fresh nlu/written/model/stamp "$languages_made_from"; then
    say "counting how languages look, and learning danger in them"
    mkdir -p nlu/written/model
    .venv/bin/python -m nlu.written.train || stop "counting the languages failed."
    printf '%s' "$languages_made_from" > nlu/written/model/stamp
fi

# The encoder shows its progress: it takes most of the time. Memory that is kept between steps saves a third of it.
encoder_made_from="$(cd nlu/encoder && sum_of eight_bits.py examples.py layers.py learning.py model.py network.py optimiser.py pretrained.py questions.py train.py) $(sum_of nlu/corpora/*.jsonl nlu/corpora/clauses/*.jsonl nlu/corpora/vocabulary nlu/corpora/meant nlu/needs/indicators.yml nlu/reading.py requirements/app.txt)"
if ! fresh nlu/encoder/model/stamp "$encoder_made_from"; then
    say "training the reader's encoder, some ten minutes on two cores"
    mkdir -p nlu/encoder/model
    OPENBLAS_NUM_THREADS=2 MALLOC_MMAP_THRESHOLD_=2000000000 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=200000000 \
        .venv/bin/python -m nlu.encoder.train || stop "training the encoder failed."
    printf '%s' "$encoder_made_from" > nlu/encoder/model/stamp
fi
