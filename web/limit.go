package web

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"sitrep/web/api"
)

// allowance is how much a client may ask of one sort: so many at once, and so many a second in the long run.
type allowance struct {
	burst int
	rate  rate.Limit
}

// The allowances of a client. They bind whoever comes by the net; this machine's own user has no limits but those of a login.
var (
	loginAllowance  = allowance{10, rate.Every(30 * time.Second)}
	pasteAllowance  = allowance{20, 0.5}
	searchAllowance = allowance{60, 5}
	apiAllowance    = allowance{120, 20}
	pageAllowance   = allowance{400, 60} // a map that is dragged asks for many tiles
)

// limits count what clients ask for.
type limits struct {
	allowance
	now  func() time.Time
	mu   sync.Mutex
	seen map[string]*rate.Limiter
}

func newLimits(a allowance, now func() time.Time) *limits {
	return &limits{allowance: a, now: now, seen: map[string]*rate.Limiter{}}
}

// mostSeen is of how many clients the count is kept.
const mostSeen = 20_000

// wait is 0 where a client may ask once more, which is then counted; else how long it has to wait.
func (l *limits) wait(key string) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	limiter := l.seen[key]
	if limiter == nil {
		l.forget(now)
		limiter = rate.NewLimiter(l.rate, l.burst)
		l.seen[key] = limiter
	}
	if limiter.AllowN(now, 1) {
		return 0
	}
	missing := 1 - limiter.TokensAt(now)
	return time.Duration(math.Ceil(missing/float64(l.rate))) * time.Second
}

// forget makes room: clients that have asked for nothing lately are as new ones. Where all have, the counts begin anew.
func (l *limits) forget(now time.Time) {
	if len(l.seen) < mostSeen {
		return
	}
	for key, limiter := range l.seen {
		if limiter.TokensAt(now) >= float64(l.burst) {
			delete(l.seen, key)
		}
	}
	if len(l.seen) >= mostSeen {
		clear(l.seen)
	}
}

// clear forgets what a client asked for.
func (l *limits) clear(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.seen, key)
}

// allLimits are the limits by what is asked for.
type allLimits struct{ login, name, paste, search, api, page *limits }

func newAllLimits(now func() time.Time) allLimits {
	return allLimits{newLimits(loginAllowance, now), newLimits(loginAllowance, now), newLimits(pasteAllowance, now), newLimits(searchAllowance, now), newLimits(apiAllowance, now), newLimits(pageAllowance, now)}
}

// of are the limits that a request counts to; nil for what costs nothing. A login counts where it is tried.
func (l *allLimits) of(r *http.Request) *limits {
	path := r.URL.Path
	switch {
	case strings.HasPrefix(path, "/static/"), path == "/healthz":
		return nil
	case r.Method == http.MethodPost && (path == "/read" || path == api.Root+"/read" || path == api.Root+"/reports"):
		return l.paste
	case strings.HasPrefix(path, "/api/"):
		return l.api
	case r.URL.Query().Get(pText) != "", strings.Contains(path, ".") && r.Method == http.MethodGet: // a search, or a file
		return l.search
	}
	return l.page
}

// tooMany is asking too often.
type tooMany struct{ wait time.Duration }

func (e tooMany) Error() string {
	return "You asked too often. Wait " + strconv.Itoa(e.seconds()) + " seconds and try again."
}

func (e tooMany) seconds() int { return max(1, int(math.Ceil(e.wait.Seconds()))) }
