package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// How long what a host's robots.txt says is taken to hold, and how long it is not asked again where it could not be had.
const (
	robotsHold   = 24 * time.Hour
	robotsFailed = 10 * time.Minute
)

// robotsOf are the rules of hosts.
type robotsOf struct {
	sync.Mutex
	hosts map[string]*hostRules
}

// hostRules are those of one scheme and host. The mutex makes others wait that ask for them at the same time.
type hostRules struct {
	sync.Mutex
	rules
	until time.Time
	err   error // why they are not known
}

// ErrRobots is what pages end with that a robots.txt keeps from us.
var ErrRobots = errors.New("robots.txt of the site does not allow it; save the page and give the file")

// allowed tells whether a page may be fetched, as the host's robots.txt says.
func (c *Client) allowed(ctx context.Context, u *url.URL) error {
	if c.o.Own {
		return nil
	}
	h := c.robots.of(u.Scheme + "://" + u.Host)
	h.Lock()
	defer h.Unlock()
	if now := time.Now(); now.After(h.until) {
		rules, err := c.askRobots(ctx, u)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		h.rules, h.err, h.until = rules, err, now.Add(robotsHold)
		if err != nil {
			h.until = now.Add(robotsFailed)
		}
	}
	switch {
	case h.err != nil:
		return h.err
	case !h.allows(u.RequestURI()):
		return ErrRobots
	}
	return nil
}

func (r *robotsOf) of(host string) *hostRules {
	r.Lock()
	defer r.Unlock()
	if r.hosts == nil || len(r.hosts) >= mostHosts {
		r.hosts = map[string]*hostRules{}
	}
	if r.hosts[host] == nil {
		r.hosts[host] = &hostRules{}
	}
	return r.hosts[host]
}

// askRobots gets the rules of a host. A host that has none allows all; one that fails allows nothing, for the time being, as RFC 9309 wants it.
func (c *Client) askRobots(ctx context.Context, page *url.URL) (rules, error) {
	u := &url.URL{Scheme: page.Scheme, Host: page.Host, Path: "/robots.txt"}
	for range mostRedirects + 1 {
		r, next, err := c.ask(ctx, u, Validators{}, 0) // the page may follow at once
		if s, ok := errors.AsType[*StatusError](err); ok && s.Code/100 == 4 && s.Code != http.StatusTooManyRequests {
			return rules{}, nil
		}
		if err != nil {
			if errors.Is(err, ErrRefused) {
				return rules{}, err
			}
			return rules{}, fmt.Errorf("robots.txt of the site cannot be had: %w", err)
		}
		if next == nil {
			return parseRobots(r.Body), nil
		}
		u = next
	}
	return rules{}, nil // as if there were none
}

// delayOf is the pause after a request to a host, whose robots.txt has been asked for.
func (c *Client) delayOf(u *url.URL) time.Duration {
	h := c.robots.of(u.Scheme + "://" + u.Host)
	h.Lock()
	defer h.Unlock()
	return max(c.o.Delay, h.delay)
}
