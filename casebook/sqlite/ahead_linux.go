package sqlite

import (
	"os"

	"golang.org/x/sys/unix"
)

// stride is how much the system is asked for at once: it may take no more for one request.
const stride = 2 << 20

// wanted asks the system to have a file in memory soon, in its order, and does not wait for it. What is there already costs nothing. A file that would take half of
// the memory is left alone: it would drive out what others need, and itself.
func wanted(f *os.File, stop <-chan struct{}) {
	s, err := f.Stat()
	var memory unix.Sysinfo_t
	if err != nil || unix.Sysinfo(&memory) != nil || uint64(s.Size()) > uint64(memory.Totalram)*uint64(memory.Unit)/2 {
		return
	}
	for at := int64(0); at < s.Size(); at += stride {
		select {
		case <-stop:
			return
		default:
		}
		if unix.Fadvise(int(f.Fd()), at, stride, unix.FADV_WILLNEED) != nil {
			return
		}
	}
}
