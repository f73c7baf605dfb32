package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	corev1 "k8s.io/api/core/v1"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(make([]byte, 1<<26), 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for sc.Scan() {
		one(sc.Bytes(), out)
	}
}

func one(line []byte, out *bufio.Writer) {
	var c struct{ Object, Patch map[string]interface{} }
	if err := utiljson.Unmarshal(line, &c); err != nil {
		panic(err)
	}
	r := map[string]interface{}{"object": c.Object, "patch": c.Patch}
	in, _ := json.Marshal(r)
	var copy map[string]interface{}
	utiljson.Unmarshal(in, &copy)
	func() {
		defer func() {
			if e := recover(); e != nil {
				copy["error"] = fmt.Sprint("panic ", e)
			}
		}()
		res, err := strategicpatch.StrategicMergeMapPatch(c.Object, c.Patch, corev1.Pod{})
		if err != nil {
			copy["error"] = err.Error()
		} else {
			copy["result"] = res
		}
	}()
	b, err := json.Marshal(copy)
	if err != nil {
		panic(err)
	}
	out.Write(b)
	out.WriteByte('\n')
}
