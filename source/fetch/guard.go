package fetch

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"syscall"
)

// ErrRefused is what is not fetched whatever the server would say: it may not be connected to, or what it sends is no report.
var ErrRefused = errors.New("refused")

// public6 is all of IPv6 that is routed to hosts of the world. What lies outside, and so is refused: loopback, addresses that hold one of IPv4 (::/96,
// ::ffff:0:0/96, NAT64 64:ff9b::/96), unique local (fc00::/7, metadata of clouds in it), link local (fe80::/10), multicast (ff00::/8).
var public6 = netip.MustParsePrefix("2000::/3")

// denied are networks that nobody publishes on: IANA's registries of special-purpose addresses, and what clouds use for themselves.
var denied = prefixes(`
	0.0.0.0/8         10.0.0.0/8      100.64.0.0/10    127.0.0.0/8      169.254.0.0/16
	172.16.0.0/12     192.0.0.0/24    192.0.2.0/24     192.31.196.0/24  192.52.193.0/24
	192.88.99.0/24    192.168.0.0/16  192.175.48.0/24  198.18.0.0/15    198.51.100.0/24
	203.0.113.0/24    224.0.0.0/4     240.0.0.0/4      168.63.129.16/32
	2001::/23         2001:db8::/32   2002::/16        2620:4f:8000::/48 3fff::/20`)

func prefixes(list string) []netip.Prefix {
	var all []netip.Prefix
	for _, p := range strings.Fields(list) {
		all = append(all, netip.MustParsePrefix(p))
	}
	return all
}

// Reach says which addresses a client connects to.
type Reach string

// The reaches.
const (
	Public   Reach = ""         // hosts of the public web, at its ports
	Local    Reach = "local"    // this machine and the private network, at any port, and nothing else
	Anywhere Reach = "anywhere" // both, at any port
)

// metadata is where clouds give a machine its secrets, in a range that is private otherwise.
var metadata = netip.MustParsePrefix("fd00:ec2::/32")

// isLocal tells whether an address is this machine's, or of a private network.
func isLocal(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	return a.IsLoopback() || a.IsPrivate() && !metadata.Contains(a)
}

// isPublic tells whether an address belongs to a host of the public web.
func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsValid() || a.Is6() && !public6.Contains(a) {
		return false
	}
	return !slices.ContainsFunc(denied, func(p netip.Prefix) bool { return p.Contains(a) })
}

// control is called for every connection, after names are resolved and before anything is sent: what a name led to when it was checked earlier, or
// leads to at another server, does not matter.
func (c *Client) control(network, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	switch {
	case err != nil || network != "tcp4" && network != "tcp6":
		return fmt.Errorf("%w: %s %s is no address of a web server", ErrRefused, network, address)
	case slices.Contains(c.o.Exempt, netip.AddrPortFrom(at.Addr().Unmap(), at.Port())):
		return nil
	case c.o.Reach != Public && isLocal(at.Addr()), c.o.Reach == Anywhere && isPublic(at.Addr()):
		return nil
	case c.o.Reach == Local:
		return fmt.Errorf("%w: it leads to %s, which is neither on this machine nor in a private network; %s", ErrRefused, at.Addr(), c.o.Remedy)
	case !isPublic(at.Addr()):
		return fmt.Errorf("%w: it leads to %s, which is no address of the public web; %s", ErrRefused, at.Addr(), c.o.Remedy)
	case at.Port() != 80 && at.Port() != 443:
		return fmt.Errorf("%w: port %d is none of the web (80, 443); %s", ErrRefused, at.Port(), c.o.Remedy)
	}
	return nil
}
