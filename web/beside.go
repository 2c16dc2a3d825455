package web

import "fmt"

// beside does something while others go on, and gives what waits for its end. A fault in it is an error to whoever waits: nobody else would catch it.
func beside(do func() error) (wait func() error) {
	done := make(chan error, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				done <- fmt.Errorf("make a part of the page: %v", fault)
			}
		}()
		done <- do()
	}()
	return func() error { return <-done }
}
