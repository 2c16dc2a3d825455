package cputime

import "time"

// Used is not measured here.
func Used() time.Duration { return 0 }
