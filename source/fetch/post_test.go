package fetch

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func TestPost(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer http.HandlerFunc
		want   string // in the error, empty for none
		status int
	}{
		{"taken", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted); fmt.Fprint(w, "ok") }, "", 0},
		{"nothing to say", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) }, "", 0},
		{"sent elsewhere", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/b", http.StatusTemporaryRedirect) }, "another address", 0},
		{"not wanted", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no", http.StatusForbidden) }, "403", http.StatusForbidden},
		{"busy", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusServiceUnavailable)
		}, "503", http.StatusServiceUnavailable},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write([]byte(strings.Repeat("x", 1<<10))); err != nil {
					return
				}
			}
		}, "larger than", 0},
		{"slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "too long", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked, sent := 0, ""
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				b, _ := io.ReadAll(r.Body)
				asked, sent = asked+1, r.Method+" "+r.URL.Path+" "+r.Header.Get("X-Test")+" "+string(b)
				c.answer(w, r)
			}))
			defer s.Close()
			client := New(Options{Reach: Local, MaxBody: 1 << 20, Total: 2 * time.Second, Sleep: noSleep})
			if c.name == "slow" {
				client = New(Options{Reach: Local, Total: 20 * time.Millisecond})
			}
			_, err := client.Post(t.Context(), s.URL+"/hook", http.Header{"X-Test": {"1"}}, []byte("hello"))
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v", err)
			}
			if status, ok := errors.AsType[*StatusError](err); ok != (c.status != 0) || ok && (status.Code != c.status || c.name == "busy" && status.RetryAfter != 7*time.Second) {
				t.Errorf("got %v", err)
			}
			s.Close()
			if c.name != "slow" && asked != 1 || asked > 1 || asked == 1 && sent != "POST /hook 1 hello" {
				t.Errorf("%d requests, the last %q", asked, sent)
			}
		})
	}
}

func TestReach(t *testing.T) {
	for _, c := range []struct {
		address                 string
		public, local, anywhere bool
	}{
		{"127.0.0.1:8080", false, true, true},
		{"[::1]:80", false, true, true},
		{"[::ffff:10.0.0.1]:11434", false, true, true},
		{"192.168.1.20:443", false, true, true},
		{"172.31.255.1:1", false, true, true},
		{"[fd12::1]:8000", false, true, true},
		{"[fd00:ec2::254]:80", false, false, false},
		{"169.254.169.254:80", false, false, false},
		{"[fe80::1]:80", false, false, false},
		{"100.100.100.200:80", false, false, false},
		{"0.0.0.0:80", false, false, false},
		{"224.0.0.1:80", false, false, false},
		{"8.8.8.8:443", true, false, true},
		{"8.8.8.8:8443", false, false, true},
		{"[2606:4700::1]:443", true, false, true},
	} {
		for reach, want := range map[Reach]bool{Public: c.public, Local: c.local, Anywhere: c.anywhere} {
			err := New(Options{Reach: reach, Remedy: "the way out"}).control("tcp4", c.address, nil)
			if (err == nil) != want {
				t.Errorf("%s, reach %q: %v", c.address, reach, err)
			}
			if err != nil && !strings.Contains(err.Error(), "the way out") {
				t.Errorf("%s: no way out in %v", c.address, err)
			}
		}
	}
}

// What a name leads to is looked at, not the name.
func TestPostIsGuarded(t *testing.T) {
	hits, at := counted(t)
	c := New(Options{Resolver: hosts(t, map[string][]string{"hook.example": {at.Addr().String()}, "model.example": {"8.8.8.8"}})})
	for _, address := range []string{fmt.Sprintf("http://hook.example:%d/", at.Port()), fmt.Sprintf("http://127.0.0.1:%d/", at.Port()), "file:///etc/passwd", "http://u:p@8.8.8.8/"} {
		if _, err := c.Post(t.Context(), address, nil, nil); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: %v", address, err)
		}
	}
	local := New(Options{Reach: Local, Resolver: hosts(t, map[string][]string{"model.example": {"8.8.8.8"}}), Exempt: []netip.AddrPort{}})
	if _, err := local.Post(t.Context(), "http://model.example:8000/v1", nil, nil); !errors.Is(err, ErrRefused) {
		t.Errorf("a name that leads out: %v", err)
	}
	if hits.Load() != 0 {
		t.Errorf("%d connections", hits.Load())
	}
}
