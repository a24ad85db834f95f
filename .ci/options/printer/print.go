// Prints what a server's options hold after their constructor, and the flags of its command: one JSON object a line, the first word
// of a line says which. What the evaluation of the syntax is held against.
package main

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"reflect"
	"runtime"
	"sort"
	"strconv"
	"time"
	"unsafe"

	"github.com/spf13/pflag"
)

// What lies deeper belongs to the program, not to its options.
const deepest = 14

type node struct {
	Path    string      `json:"path"`
	Type    string      `json:"type"`
	Dynamic string      `json:"dynamic,omitempty"`
	Kind    string      `json:"kind"`
	Value   interface{} `json:"value"`
	Text    *string     `json:"text,omitempty"`
}

type function struct {
	Func string `json:"func"`
	File string `json:"file"`
	Line int    `json:"line"`
}

type flagLine struct {
	Name       string `json:"name"`
	Shorthand  string `json:"shorthand"`
	Type       string `json:"type"`
	Value      string `json:"value"`
	Usage      string `json:"usage"`
	Deprecated string `json:"deprecated"`
	Hidden     bool   `json:"hidden"`
	Section    string `json:"section"`
}

var duration = reflect.TypeOf(time.Duration(0))

func printOptions(options interface{}) {
	walk("s", reflect.TypeOf(options), reflect.ValueOf(options), 0, map[unsafe.Pointer]bool{})
}

// printFlags prints the flags of a command; `sections` has the names of sections by names of flags, if there are any.
func printFlags(flags *pflag.FlagSet, sections map[string]string) {
	flags.VisitAll(func(f *pflag.Flag) {
		line("flag", flagLine{f.Name, f.Shorthand, f.Value.Type(), f.DefValue, f.Usage, f.Deprecated, f.Hidden, sections[f.Name]})
	})
}

func line(word string, value interface{}) {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	fmt.Fprintf(os.Stdout, "%s %s\n", word, text)
}

// readable makes an unexported field's value one that may be read, and gives what has no address a copy that has one.
func readable(v reflect.Value) reflect.Value {
	if v.CanAddr() {
		return reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
	}
	if !v.CanInterface() {
		return v
	}
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	return copied
}

// textOf is what String() says, of the value or of a pointer to it.
func textOf(v reflect.Value) (text *string) {
	defer func() {
		if recover() != nil {
			text = nil
		}
	}()
	if !v.CanAddr() {
		return nil
	}
	if s, ok := v.Addr().Interface().(fmt.Stringer); ok {
		said := s.String()
		return &said
	}
	return nil
}

// walk prints a place of the options, then the places in it. A pointer's target has the pointer's path.
func walk(path string, declared reflect.Type, v reflect.Value, depth int, above map[unsafe.Pointer]bool) {
	v = readable(v)
	here := node{Path: path, Type: declared.String(), Kind: declared.Kind().String(), Value: render(v, 0), Text: nil}
	for v.Kind() == reflect.Ptr || v.Kind() == reflect.Interface {
		if v.IsNil() {
			line("node", here)
			return
		}
		if v.Kind() == reflect.Ptr {
			target := unsafe.Pointer(v.Pointer())
			if above[target] || depth > deepest {
				line("node", here)
				return
			}
			above[target] = true
			defer delete(above, target)
		} else if here.Dynamic == "" {
			here.Dynamic = v.Elem().Type().String()
		}
		v = readable(v.Elem())
	}
	here.Text = textOf(v)
	line("node", here)
	if depth > deepest {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			field := v.Type().Field(i)
			walk(path+"."+field.Name, field.Type, v.Field(i), depth+1, above)
		}
	case reflect.Slice, reflect.Array:
		for i := 0; i < v.Len(); i++ {
			walk(fmt.Sprintf("%s[%d]", path, i), v.Type().Elem(), v.Index(i), depth+1, above)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			walk(fmt.Sprintf("%s[%s]", path, keyText(key)), v.Type().Elem(), v.MapIndex(key), depth+1, above)
		}
	}
}

func keyText(key reflect.Value) string {
	if key.Kind() == reflect.String {
		text, _ := json.Marshal(key.String())
		return string(text)
	}
	return fmt.Sprint(key)
}

// render is a value as the evaluation writes it: durations and addresses as Go prints them, numbers that JavaScript cannot hold as
// text, structs by their fields.
func render(v reflect.Value, depth int) interface{} {
	if depth > 6 {
		return "deeper"
	}
	v = readable(v)
	if v.CanInterface() {
		switch held := v.Interface().(type) {
		case net.IP:
			if held != nil {
				return held.String()
			}
		case net.IPMask:
			if held != nil {
				ones, _ := held.Size()
				return "/" + strconv.Itoa(ones)
			}
		}
	}
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if v.Type() == duration {
			return time.Duration(v.Int()).String()
		}
		if n := v.Int(); n > 1<<53 || n < -(1<<53) {
			return strconv.FormatInt(n, 10)
		}
		return v.Int()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if n := v.Uint(); n > 1<<53 {
			return strconv.FormatUint(n, 10)
		}
		return v.Uint()
	case reflect.Float32, reflect.Float64:
		return v.Float()
	case reflect.String:
		return v.String()
	case reflect.Ptr, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return render(v.Elem(), depth+1)
	case reflect.Struct:
		fields := map[string]interface{}{}
		for i := 0; i < v.NumField() && depth < 4; i++ {
			fields[v.Type().Field(i).Name] = render(v.Field(i), depth+1)
		}
		return fields
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.IsNil() {
			return nil
		}
		list := []interface{}{}
		for i := 0; i < v.Len(); i++ {
			list = append(list, render(v.Index(i), depth+1))
		}
		return list
	case reflect.Map:
		if v.IsNil() {
			return nil
		}
		keys := v.MapKeys()
		sort.Slice(keys, func(i, j int) bool { return keyText(keys[i]) < keyText(keys[j]) })
		entries := map[string]interface{}{}
		for _, key := range keys {
			entries[fmt.Sprint(key)] = render(v.MapIndex(key), depth+1)
		}
		return entries
	case reflect.Func:
		if v.IsNil() {
			return nil
		}
		code := runtime.FuncForPC(v.Pointer())
		file, at := code.FileLine(code.Entry())
		return function{code.Name(), file, at}
	}
	return v.Kind().String()
}
