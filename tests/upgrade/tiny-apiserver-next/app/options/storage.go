package options

import (
	"flag"
	"fmt"
)

// StorageOptions bounds what the store keeps. Everything is kept in memory, so
// these bounds are all that stands between a busy client and a full machine.
type StorageOptions struct {
	// MaxEntries is how many keys the store holds.
	MaxEntries int
	// MaxValueBytes is how long one value may be.
	MaxValueBytes int64
}

var _ Group = (*StorageOptions)(nil)

// NewStorageOptions returns the defaults: a thousand values of 64 KiB at most.
func NewStorageOptions() *StorageOptions {
	return &StorageOptions{
		MaxEntries:    1000,
		MaxValueBytes: 64 << 10,
	}
}

// AddFlags implements Group.
func (o *StorageOptions) AddFlags(fs *flag.FlagSet) {
	fs.IntVar(&o.MaxEntries, "max-keys", o.MaxEntries, "How many keys the store holds.")
	fs.Int64Var(&o.MaxValueBytes, "max-value-bytes", o.MaxValueBytes, "How many bytes one value may have.")
}

// Validate implements Group.
func (o *StorageOptions) Validate() []error {
	var errs []error
	if o.MaxEntries < 1 {
		errs = append(errs, fmt.Errorf("--max-keys %d leaves no room for a single key", o.MaxEntries))
	}
	if o.MaxValueBytes < 1 {
		errs = append(errs, fmt.Errorf("--max-value-bytes %d leaves no room for a value", o.MaxValueBytes))
	}
	return errs
}
