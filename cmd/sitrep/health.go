package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

type healthCommand struct {
	Address string `arg:"" optional:"" default:"http://127.0.0.1:7350" help:"Where the window is (default ${default})."`
	Cert    string `type:"path" placeholder:"FILE" help:"The certificate that the window was given with --cert, as PEM: only that one is taken."`
}

// Help is shown below the flags' head.
func (healthCommand) Help() string {
	return `Asks a window whether it answers and its casebook can be read, and ends with 1 where not: for supervisors, and for containers that have no other program in them. It connects to the address given and to nothing else.

    sitrep health
    sitrep health https://127.0.0.1:443 --cert cert.pem`
}

// healthWait is how long a window has to answer.
const healthWait = 5 * time.Second

// Run asks once.
func (c *healthCommand) Run(ctx context.Context, a *app) error {
	address := strings.TrimSuffix(c.Address, "/")
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return usageError{fmt.Errorf("address %q: want one like http://127.0.0.1:7350", c.Address), "sitrep health --help"}
	}
	transport := &http.Transport{}
	if c.Cert != "" {
		if transport.TLSClientConfig, err = trusting(c.Cert); err != nil {
			return err
		}
	}
	ctx, stop := context.WithTimeout(ctx, healthWait)
	defer stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/readyz", nil)
	if err != nil {
		return err
	}
	answer, err := transport.RoundTrip(request)
	if err != nil {
		return fmt.Errorf("ask the window at %s: %w; is sitrep serve running there?", address, err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("ask the window at %s: it answers %s; its log says why", address, answer.Status)
	}
	return nil
}

// trusting takes one certificate and no other, by whatever name the window is called.
func trusting(file string) (*tls.Config, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, fmt.Errorf("certificate %s: it holds no PEM", file)
	}
	want, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("certificate %s: %w", file, err)
	}
	return &tls.Config{
		InsecureSkipVerify: true, // the names in it are not those of this machine; VerifyConnection asks for the very certificate
		VerifyConnection: func(s tls.ConnectionState) error {
			if !want.Equal(s.PeerCertificates[0]) {
				return fmt.Errorf("it shows another certificate than that in %s", file)
			}
			return nil
		},
	}, nil
}
