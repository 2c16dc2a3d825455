//go:build !linux

package sqlite

import "os"

// wanted does nothing: there is no such request that all other systems understand.
func wanted(*os.File, <-chan struct{}) {}
