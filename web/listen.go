package web

import (
	"crypto/tls"
	"log/slog"
	"net"
	"net/http"
	"time"

	"golang.org/x/net/netutil"
)

// Timeouts are how long a client may take.
type Timeouts struct {
	Head, Request, Answer, Idle time.Duration // to send the head of a request, the whole of it, to take the answer, and between two requests
}

// UsualTimeouts are long enough for a large file over a slow line. What is downloaded may take longer, as long as it moves.
var UsualTimeouts = Timeouts{Head: 5 * time.Second, Request: 60 * time.Second, Answer: 60 * time.Second, Idle: 2 * time.Minute}

// mostConnections is how many clients are served at once; others wait.
const mostConnections = 512

// mostHead is how large the head of a request may be.
const mostHead = 64 << 10

// Listener takes no more connections at once than can be served.
func Listener(l net.Listener) net.Listener { return netutil.LimitListener(l, mostConnections) }

// HTTP is a server that waits for no client longer than it should.
func HTTP(h http.Handler, t Timeouts, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: t.Head, ReadTimeout: t.Request, WriteTimeout: t.Answer, IdleTimeout: t.Idle, MaxHeaderBytes: mostHead,
		TLSConfig: &tls.Config{MinVersion: tls.VersionTLS12},
		ErrorLog:  slog.NewLogLogger(log.Handler(), slog.LevelDebug), // what clients do wrong is no fault of the program
	}
}
