// Package registry keeps values under keys and serves them over HTTP.
package registry

import (
	"errors"
	"sort"
	"sync"
)

// ErrFull is returned for a new key when the store holds all it may hold.
var ErrFull = errors.New("the store is full")

// Storage is what the server needs of a store.
type Storage[V any] interface {
	// Get returns the value under key, and whether there is one.
	Get(key string) (V, bool)
	// Put stores value under key and says whether the key is new.
	Put(key string, value V) (created bool, err error)
	// Delete forgets key and says whether there was one.
	Delete(key string) bool
	// Keys returns all keys in order.
	Keys() []string
}

// Store is a Storage in memory. It may be used by many goroutines at once.
type Store[V any] struct {
	mu         sync.RWMutex
	values     map[string]V
	maxEntries int
}

var _ Storage[[]byte] = (*Store[[]byte])(nil)

// NewStore returns an empty store for at most maxEntries keys.
func NewStore[V any](maxEntries int) *Store[V] {
	return &Store[V]{values: map[string]V{}, maxEntries: maxEntries}
}

// Get implements Storage.
func (s *Store[V]) Get(key string) (V, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	value, ok := s.values[key]
	return value, ok
}

// Put implements Storage. Replacing a value is possible even in a full store.
func (s *Store[V]) Put(key string, value V) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, exists := s.values[key]
	if !exists && len(s.values) >= s.maxEntries {
		return false, ErrFull
	}
	s.values[key] = value
	return !exists, nil
}

// Delete implements Storage.
func (s *Store[V]) Delete(key string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, exists := s.values[key]
	delete(s.values, key)
	return exists
}

// Keys implements Storage.
func (s *Store[V]) Keys() []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return sortedKeys(s.values)
}

// sortedKeys returns the keys of m in order.
func sortedKeys[K ~string, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}
