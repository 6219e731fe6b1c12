# What is typed while working on Usher. It needs Rust; `make tools` brings the rest.

TARGET := $(or $(CARGO_TARGET_DIR),target)/debug
VENV := .tools/venv/bin
# Every library and integration test, and the two programs; not the functions' mains, which are three lines each.
TESTED := --workspace --lib --test '*' --bin usher --bin usher-local

export PATH := $(CURDIR)/$(VENV):$(PATH)
export USHER := $(abspath $(TARGET)/usher)
export USHER_LOCAL := $(abspath $(TARGET)/usher-local)

.PHONY: run test test-deploy lint openapi build deploy bench bench-people tools

# The local stack on http://127.0.0.1:9000 (USHER_PORT, USHER_DATA).
run:
	@cargo build --workspace --bin usher-local --bin usher
	@echo 'For the command line, in another terminal:  export PATH="$(CURDIR)/bin:$$PATH"'
	@exec $(USHER_LOCAL)

# Everything that has to hold before a change lands.
test: lint
	cargo test $(TESTED) --no-fail-fast
	cargo test --workspace --doc --quiet
	cargo build $(TESTED)
	PYTHONDONTWRITEBYTECODE=1 python -m pytest --quiet -p no:cacheprovider tests/interop
	node --test --test-concurrency=2 'tests/browser/*.test.mjs'

# The real template with the real binaries on an emulated AWS account, and the journeys on that.
test-deploy:
	@scripts/test-deploy

# Format, warnings, dependencies and their licences, the template.
lint: tools
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- --deny warnings
	cargo clippy --package usher --no-default-features --all-targets --quiet -- --deny warnings
	cargo deny --log-level warn check bans licenses sources
	cargo shear --deny-warnings
	cfn-lint infra/template.yaml
	AWS_REGION=eu-central-1 SAM_CLI_TELEMETRY=0 __SAM_CLI_APP_DIR=.tools/sam-cli .tools/sam/bin/sam validate --lint
	.tools/sam/bin/python scripts/check-template.py infra/template.yaml
	.tools/checkov/bin/checkov --file infra/template.yaml --framework cloudformation --quiet --compact --skip-download

# openapi.json and the samples in events/, from the code.
openapi:
	UPDATE=1 cargo test --workspace --quiet --test consistency

# The functions, as they are deployed; `make deploy STAGE=staging` deploys them.
build:
	@scripts/tools sam
	PATH="$(CURDIR)/.tools/sam/bin:$$PATH" sam build

deploy: build
	PATH="$(CURDIR)/.tools/sam/bin:$$PATH" sam deploy --config-env $(or $(STAGE),dev)

# docs/performance.md, measured anew. It compiles the functions as they are deployed, which takes its time.
BENCHED := account activate authorize check-details console console-onboarding console-preview legal mailer my-account oidc-metadata pre-register provision recover register register-no-gateway \
    resend-verification sign-in signup signup-complete tenant token verify-user
BENCH := .tools/bench
bench:
	cargo build --release --package lambdas --package hello --bin hello $(BENCHED:%=--bin %)
	cargo build --release --package usher-bench
	npm ci --prefix bench/node --silent --no-audit --no-fund
	mkdir -p $(BENCH)
	bench/node/node_modules/.bin/esbuild bench/node/function.mjs --bundle --minify --platform=node --target=node20 \
	    --format=cjs --log-level=warning --outfile=$(BENCH)/function.cjs
	python3 -m venv $(BENCH)/venv
	$(BENCH)/venv/bin/pip install --quiet --disable-pip-version-check --no-deps -r bench/requirements.txt
	BENCH_OUT=$(abspath $(BENCH))/work.json cargo test --quiet --package usher-tests --test main budget
	$(TARGET)/../release/usher-bench --built $(TARGET)/../release --function $(BENCH)/function.cjs --venv $(BENCH)/venv --work $(BENCH)/work.json

# The section of docs/performance.md about a million people (USHER_PEOPLE) of one tenant. It takes minutes and some gigabytes of disk.
bench-people:
	BENCH_PAGE=$(abspath docs/performance.md) cargo test --quiet --package usher-tests --test main -- --ignored --nocapture million

# What lint and test need beside Rust.
tools:
	@scripts/tools
