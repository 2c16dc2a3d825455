package users

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"
)

// cost is what a hash costs to make: argon2id as OWASP's cheat sheet on the storage of passwords has it, 19 MiB of memory and two passes.
var cost = costs{memory: 19 << 10, passes: 2, lanes: 1}

type costs struct {
	memory, passes uint32 // KiB, passes over it
	lanes          uint8
}

// The lengths of salt and hash, in bytes.
const saltLength, hashLength = 16, 32

// hashing lets as many passwords be hashed at once as there are cores: each takes memory.
var hashing = make(chan struct{}, max(1, runtime.GOMAXPROCS(0)))

func hash(password string, salt []byte, c costs) []byte {
	hashing <- struct{}{}
	defer func() { <-hashing }()
	return argon2.IDKey([]byte(password), salt, c.passes, c.memory, c.lanes, hashLength)
}

// hashed is a password as the file keeps it, in the PHC form: $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH.
func hashed(password string) string {
	salt := make([]byte, saltLength)
	_, _ = rand.Read(salt) // never fails
	encode := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, cost.memory, cost.passes, cost.lanes, encode(salt), encode(hash(password, salt, cost)))
}

// secret is a password as the file keeps it, taken apart.
type secret struct {
	costs
	salt, hash []byte
}

// mostMemory and mostPasses are what a hash in a file may cost: whoever can write to it must not be able to stop the window.
const mostMemory, mostPasses = 1 << 20, 64

func readSecret(s string) (out secret, err error) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return out, fmt.Errorf("want a hash as sitrep user add writes it, $argon2id$v=%d$…", argon2.Version)
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &out.memory, &out.passes, &out.lanes); err != nil {
		return out, fmt.Errorf("cost %q: want m=…,t=…,p=…", parts[3])
	}
	if out.memory == 0 || out.memory > mostMemory || out.passes == 0 || out.passes > mostPasses || out.lanes == 0 {
		return out, fmt.Errorf("cost %q: want memory up to %d KiB and up to %d passes", parts[3], mostMemory, mostPasses)
	}
	if out.salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err == nil {
		out.hash, err = base64.RawStdEncoding.DecodeString(parts[5])
	}
	if err != nil || len(out.salt) < 8 || len(out.hash) != hashLength {
		return out, fmt.Errorf("salt or hash is broken")
	}
	return out, nil
}

// is tells whether it is the secret of a password. It takes as long for a wrong one as for the right one.
func (s *secret) is(password string) bool {
	return subtle.ConstantTimeCompare(hash(password, s.salt, s.costs), s.hash) == 1
}
