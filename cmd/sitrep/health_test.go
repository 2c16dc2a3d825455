package main

import (
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

func TestHealth(t *testing.T) {
	well := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/readyz" {
			http.NotFound(w, r)
		}
	})
	ill := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "no casebook", http.StatusInternalServerError)
	})
	plain, failing, secure := httptest.NewServer(well), httptest.NewServer(ill), httptest.NewTLSServer(well)
	gone := httptest.NewServer(well)
	gone.Close()
	for _, s := range []*httptest.Server{plain, failing, secure} {
		defer s.Close()
	}
	t.Chdir(t.TempDir())
	certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: secure.Certificate().Raw})
	for name, text := range map[string][]byte{"cert.pem": certificate, "empty.pem": nil} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, args string
		code       int
		says       string
	}{
		{"well", plain.URL + "/", exitOK, ""},
		{"ill", failing.URL, exitFailed, "500 Internal Server Error"},
		{"nobody there", gone.URL, exitFailed, "is sitrep serve running there?"},
		{"TLS with its certificate", secure.URL + " --cert cert.pem", exitOK, ""},
		{"TLS with a certificate that nobody knows", secure.URL, exitFailed, "certificate"},
		{"a file without a certificate", secure.URL + " --cert empty.pem", exitFailed, "holds no PEM"},
		{"no address", "nonsense", exitUsage, "want one like"},
		{"a file", "file:///etc/passwd", exitUsage, "want one like"},
	} {
		got := run("", append([]string{"health"}, strings.Fields(c.args)...)...)
		if got.code != c.code || !strings.Contains(got.err, c.says) || got.out != "" {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
