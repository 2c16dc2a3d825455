package model

import (
	"crypto/sha256"
	"encoding/hex"
	"unsafe"
)

// EnglishSHA256 is the SHA-256 of the weights that are part of this program, in hex, as their manifest states it.
func EnglishSHA256() string {
	h := sha256.New()
	h.Write(unsafe.Slice(unsafe.StringData(englishWeights), len(englishWeights)))
	return hex.EncodeToString(h.Sum(nil))
}
