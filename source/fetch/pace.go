package fetch

import (
	"sync"
	"time"
)

// pace keeps the requests to one host apart.
type pace struct {
	sync.Mutex
	next map[string]time.Time // when a host may be asked again
}

// mostHosts bounds the memory of a program that runs for weeks.
const mostHosts = 10_000

// turn takes the next turn at a host and gives how long it is until then.
func (p *pace) turn(host string, delay time.Duration, now time.Time) time.Duration {
	p.Lock()
	defer p.Unlock()
	at := p.next[host]
	if at.Before(now) {
		at = now
	}
	p.set(host, at.Add(delay), now)
	return at.Sub(now)
}

// hold leaves a host alone until then.
func (p *pace) hold(host string, until time.Time) {
	p.Lock()
	defer p.Unlock()
	if until.After(p.next[host]) {
		p.set(host, until, time.Now())
	}
}

func (p *pace) set(host string, at, now time.Time) {
	if p.next == nil {
		p.next = map[string]time.Time{}
	}
	if len(p.next) >= mostHosts {
		for h, t := range p.next {
			if t.Before(now) {
				delete(p.next, h)
			}
		}
	}
	p.next[host] = at
}
