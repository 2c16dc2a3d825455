package privacy

import "strings"

// struck is what the sentence makes of somebody whom the events struck; empty where it does not.
func struck(n naming) string {
	w := n.in.words
	for i := n.last; i < min(len(w), n.last+4) && plain(w[i-1].gap); i++ {
		if s := passive[w[i].key]; s != "" {
			return s
		}
		if !auxiliary[w[i].key] {
			break
		}
	}
	for i := n.first - 1; i >= max(0, n.first-4); i-- {
		if strings.ContainsAny(w[i].gap, ".;!?") {
			break
		}
		if s := active[w[i].key]; s != "" {
			return s
		}
	}
	return ""
}

// auxiliary are words between a name and what was done to its bearer.
var auxiliary = set("was", "were", "is", "are", "had", "has", "have", "been", "being", "also", "reportedly", "later", "who", "and", "shot", "remains", "still")

// passive are verbs behind a name, active verbs and nouns before it.
var passive = map[string]string{"killed": "victim", "died": "victim", "murdered": "victim", "beheaded": "victim", "dead": "victim", "wounded": "wounded person", "injured": "wounded person",
	"abducted": "hostage", "kidnapped": "hostage", "arrested": "detainee", "detained": "detainee", "missing": "missing person", "buried": "victim", "slain": "victim", "shot": "victim", "beaten": "victim", "tortured": "victim"}

var active = map[string]string{"killed": "victim", "killing": "victim", "murder": "victim", "murdered": "victim", "funeral": "victim", "body": "victim", "wounded": "wounded person", "wounding": "wounded person",
	"injured": "wounded person", "injuring": "wounded person", "abducted": "hostage", "kidnapped": "hostage", "arrested": "detainee", "detained": "detainee", "arrest": "detainee", "dead": "victim", "victims": "victim"}
