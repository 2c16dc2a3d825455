# The program alone on nothing: no shell, no library, no user but one without rights. docs/install.md tells how to build and run it.
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY internal/htmldate/go.mod internal/htmldate/
RUN go mod download
COPY . .
ARG TARGETARCH=amd64
ARG VERSION=v0.0.0-unknown
ARG COMMIT=unknown
ARG DATE=1970-01-01T00:00:00Z
# The same bytes as in the release of this commit.
RUN go run ./packaging/dist -o /out -targets "linux/$TARGETARCH" -version "$VERSION" -commit "$COMMIT" -date "$DATE" \
 && mkdir -p /root-of-image/usr/share/doc/sitrep /root-of-image/etc/ssl/certs \
 && tar -xzf /out/sitrep_*.tar.gz --strip-components=1 -C /root-of-image/usr/share/doc/sitrep \
 && cp /out/*.cdx.json /root-of-image/usr/share/doc/sitrep/ \
 && mv /root-of-image/usr/share/doc/sitrep/sitrep /root-of-image/sitrep \
 && cp /etc/ssl/certs/ca-certificates.crt /root-of-image/etc/ssl/certs/ \
 && install -d -m 1777 /root-of-image/tmp \
 && install -d -o 65532 -g 65532 -m 0700 /root-of-image/case

FROM scratch
LABEL org.opencontainers.image.title="sitrep" \
      org.opencontainers.image.description="Reads news reports of armed conflict and keeps the record of what they say" \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-SA-4.0 AND CC-BY-4.0"
COPY --from=build /root-of-image/ /
# Casebooks are kept in /case, which is mounted. Nothing else is written but under /tmp: the root may be read-only, with a tmpfs there.
WORKDIR /case
ENV HOME=/case
USER 65532:65532
EXPOSE 7350
ENTRYPOINT ["/sitrep"]
CMD ["--help"]
