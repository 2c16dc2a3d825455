package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// visitCookie holds two times: when the visit before this one ended, and when a page of this one was last asked for.
const visitCookie = "sitrep-visit"

// between is how long nobody asks for a page before the next one begins a new visit.
const between = 30 * time.Minute

// lastVisit is when the visit before this one ended, zero where there was none. It keeps the times in a cookie, which holds nothing else.
func lastVisit(w http.ResponseWriter, r *http.Request, now time.Time) time.Time {
	var before, seen int64
	if c, err := r.Cookie(visitCookie); err == nil {
		a, b, _ := strings.Cut(c.Value, ".")
		before, _ = strconv.ParseInt(a, 10, 64)
		seen, _ = strconv.ParseInt(b, 10, 64)
	}
	if seen > 0 && now.Sub(time.Unix(seen, 0)) > between {
		before = seen
	}
	http.SetCookie(w, &http.Cookie{
		Name: visitCookie, Value: strconv.FormatInt(before, 10) + "." + strconv.FormatInt(now.Unix(), 10),
		Path: "/", MaxAge: 400 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
	if before <= 0 {
		return time.Time{}
	}
	return time.Unix(before, 0)
}
