#!/bin/sh
# Installs everything the project needs into this checkout: .tools/, .venv/ and node_modules/.
# A step runs only when the files it reads have changed since it last succeeded.
set -eu
cd "$(dirname "$0")/.."

UV_VERSION=0.13.9
PYTHON_VERSION=$(cat .python-version)
STAMPS=.tools/stamps
export UV_PYTHON_INSTALL_DIR="$PWD/.tools/python" VIRTUAL_ENV="$PWD/.venv"
mkdir -p "$STAMPS"

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# changed STEP FILE…: is the step's stamp missing, or older in content than its files?
changed() {
    step=$1
    shift
    fingerprint=$(cat "$@" | cksum)
    [ "$(cat "$STAMPS/$step" 2>/dev/null)" != "$fingerprint" ]
}

# done_with STEP: remember the content that `changed` has just seen.
done_with() {
    printf '%s\n' "$fingerprint" >"$STAMPS/$1"
}

# A pyenv shim exists and still fails when .python-version names a release it lacks, so each candidate is run.
python_that_runs() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3 python; do
        for pyenv_version in "${PYENV_VERSION:-}" system; do
            if PYENV_VERSION=$pyenv_version "$candidate" -c \
                'import sys, pip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
                PYENV_VERSION=$pyenv_version "$candidate" -c 'import sys; print(sys.executable)'
                return
            fi
        done
    done
    fail "no Python ≥ 3.11 with pip runs here." \
        "Install one (Debian: apt-get install python3 python3-pip) and try again."
}

find_uv() {
    if command -v uv >/dev/null 2>&1; then
        UV=uv
        return
    fi
    UV=.tools/uv-$UV_VERSION/bin/uv
    [ -x "$UV" ] && return
    python=$(python_that_runs)
    "$python" -m pip install --quiet --quiet --disable-pip-version-check --root-user-action=ignore --no-warn-script-location \
        --target ".tools/uv-$UV_VERSION" "uv==$UV_VERSION" ||
        fail "pip could not install uv $UV_VERSION." "Check the network to the package index, or install uv yourself."
}

make_venv() {
    .venv/bin/python -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$PYTHON_VERSION')" \
        >/dev/null 2>&1 && return
    rm -rf "$STAMPS"
    mkdir -p "$STAMPS"
    "$UV" venv --quiet --clear --python "$PYTHON_VERSION" .venv || fail \
        "Python $PYTHON_VERSION is neither installed nor to be had by uv." \
        "Pyodide carries $PYTHON_VERSION and refuses the bytecode of any other, so no other will do." \
        "Install it (Debian 13: apt-get install python3.13; elsewhere: pyenv install $PYTHON_VERSION) and try again."
}

node_is_new_enough() {
    command -v npm >/dev/null 2>&1 &&
        node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' >/dev/null 2>&1
}

install_python_packages() {
    locks=requirements/locked.txt
    if [ -x .venv/bin/node ] || ! node_is_new_enough; then
        locks="$locks requirements/node.txt"
    fi
    # shellcheck disable=SC2086
    if changed packages $locks; then
        "$UV" pip sync --quiet --require-hashes $locks
        rm -f "$STAMPS/project" "$STAMPS/engine"
        done_with packages
    fi
}

# install_editable STEP FOLDER: our own code, run from where it stands.
install_editable() {
    [ -f "$2/pyproject.toml" ] || return 0
    changed "$1" "$2/pyproject.toml" || return 0
    "$UV" pip install --quiet --no-deps --no-build-isolation --editable "$2"
    done_with "$1"
}

install_node_packages() {
    if changed node package.json package-lock.json .npmrc || [ ! -d node_modules ]; then
        npm ci --ignore-scripts --loglevel=error >/dev/null
        done_with node
    fi
}

find_uv
make_venv
install_python_packages
PATH="$PWD/.venv/bin:$PATH"
install_editable project .
install_editable engine simulator/engine
install_node_packages
