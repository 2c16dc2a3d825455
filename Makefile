.DEFAULT_GOAL := help
.PHONY: help build test check fuzz soak bench golden

TIME ?= 1h
TEXT ?=

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "%-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build ./sitrep
	CGO_ENABLED=0 go build -trimpath -o sitrep ./cmd/sitrep

test: ## the short tests
	go test -short ./...

check: ## everything that CI checks, in its order
	@.ci/run

fuzz: ## every fuzz target for 20 seconds
	@.ci/run fuzz 20s

soak: ## every fuzz target for TIME each (default 1h)
	@.ci/run fuzz $(TIME)

bench: ## what reading costs, then the language layer beside spaCy (needs python3 and a package index); TEXT=file or folder
	@bench/read/run.sh $(TEXT)
	@bench/language/run.sh $(TEXT)

golden: ## write the golden files and docs/cli.md anew; read the diff
	go test ./cmd/sitrep ./web/api -update
