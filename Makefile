.DEFAULT_GOAL := help
.PHONY: help build test check fuzz soak bench golden dist image

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

dist: ## what is given out, in dist/: programs for six platforms in archives, bills of materials, sums
	go run ./packaging/dist

image: ## the container image sitrep:VERSION; needs docker
	docker build -t sitrep:$$(git describe --tags --always --match 'v[0-9]*') --build-arg VERSION=$$(git describe --tags --always --match 'v[0-9]*') \
	  --build-arg COMMIT=$$(git rev-parse HEAD) --build-arg DATE=$$(git log -1 --format=%cI) .
