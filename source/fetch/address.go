package fetch

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
)

// mostAddress is how long an address may be.
const mostAddress = 8 << 10

// parse reads an address and refuses what no report stands at. It looks at the words of the address only; the guard looks at where it leads.
func (c *Client) parse(address string) (*url.URL, error) {
	if len(address) > mostAddress {
		return nil, fmt.Errorf("%w: the address has %d bytes, which none has", ErrRefused, len(address))
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil, fmt.Errorf("%w: it is no address: %v", ErrRefused, err)
	}
	u.Fragment, u.RawFragment = "", ""
	return u, c.check(u)
}

func (c *Client) check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%w: the address does not begin with http:// or https://", ErrRefused)
	case u.Hostname() == "":
		return fmt.Errorf("%w: the address names no host", ErrRefused)
	case u.User != nil:
		return fmt.Errorf("%w: the address holds a name or password, which is sent nowhere; save the page and give the file", ErrRefused)
	}
	if a, err := netip.ParseAddr(u.Hostname()); err == nil && c.o.Proxy != nil && !isPublic(a) {
		return fmt.Errorf("%w: %s is no address of the public web; save the page and give the file", ErrRefused, a)
	}
	if p := u.Port(); c.o.Proxy != nil && p != "" && p != "80" && p != "443" {
		return fmt.Errorf("%w: port %s is none of the web (80, 443); save the page and give the file", ErrRefused, p)
	}
	return nil
}
