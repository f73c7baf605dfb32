package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/managedfields"
	"k8s.io/kube-openapi/pkg/validation/spec"
	"sigs.k8s.io/structured-merge-diff/v6/fieldpath"
)

type conv struct{}

func (conv) Convert(in, out, ctx interface{}) error { return fmt.Errorf("no") }
func (conv) ConvertToVersion(in runtime.Object, t runtime.GroupVersioner) (runtime.Object, error) {
	gv := t.(schema.GroupVersion)
	u := in.(*unstructured.Unstructured).DeepCopy()
	u.SetAPIVersion(gv.String())
	return u, nil
}
func (conv) ConvertFieldLabel(gvk schema.GroupVersionKind, l, v string) (string, string, error) {
	return l, v, nil
}

type def struct{}

func (def) Default(runtime.Object) {}

type creat struct{}

func (creat) New(gvk schema.GroupVersionKind) (runtime.Object, error) {
	u := &unstructured.Unstructured{Object: map[string]interface{}{}}
	u.SetGroupVersionKind(gvk)
	return u, nil
}

type step struct {
	Op, Manager, Subresource, Version string
	Force                             bool
	Object                            map[string]interface{}
}
type scenario struct {
	Group  string
	Kind   string
	Steps  []step
	Coarse int // from this step on the schema is the coarse one
}

func converter(raw map[string]json.RawMessage) managedfields.TypeConverter {
	models := map[string]*spec.Schema{}
	for name, text := range raw {
		models[name] = &spec.Schema{}
		if err := json.Unmarshal(text, models[name]); err != nil {
			panic(err)
		}
	}
	tc, err := managedfields.NewTypeConverter(models, false)
	if err != nil {
		panic(err)
	}
	return tc
}

// usage: main SCHEMAS.json <scenarios >results
func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	schemas := map[string]map[string]json.RawMessage{}
	if err := json.Unmarshal(text, &schemas); err != nil {
		panic(err)
	}
	fine, coarse := converter(schemas["fine"]), converter(schemas["coarse"])
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(make([]byte, 1<<26), 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for sc.Scan() {
		var s scenario
		if err := json.Unmarshal(sc.Bytes(), &s); err != nil {
			panic(err)
		}
		var live *unstructured.Unstructured
		results := []interface{}{}
		for i, st := range s.Steps {
			tc := fine
			if i >= s.Coarse {
				tc = coarse
			}
			gvk := schema.GroupVersionKind{Group: s.Group, Version: st.Version, Kind: s.Kind}
			reset := map[fieldpath.APIVersion]fieldpath.Filter{}
			av := fieldpath.APIVersion(gvk.GroupVersion().String())
			if st.Subresource == "" {
				reset[av] = fieldpath.NewExcludeSetFilter(fieldpath.NewSet(fieldpath.MakePathOrDie("status")))
			} else {
				reset[av] = fieldpath.NewExcludeSetFilter(fieldpath.NewSet(fieldpath.MakePathOrDie("spec")))
			}
			fm, err := managedfields.NewDefaultCRDFieldManager(tc, conv{}, def{}, creat{}, gvk, gvk.GroupVersion(), st.Subresource, reset)
			if err != nil {
				panic(err)
			}
			var l runtime.Object
			if live == nil {
				l, _ = creat{}.New(gvk)
			} else {
				l = live.DeepCopy()
				l.(*unstructured.Unstructured).SetAPIVersion(gvk.GroupVersion().String())
			}
			buf, _ := json.Marshal(st.Object)
			obj := &unstructured.Unstructured{}
			if err := obj.UnmarshalJSON(buf); err != nil {
				panic(err)
			}
			var res runtime.Object
			if st.Op == "apply" {
				res, err = fm.Apply(l, obj, st.Manager, st.Force)
			} else {
				res, err = fm.Update(l, obj, st.Manager)
			}
			if err != nil {
				r := map[string]interface{}{"error": err.Error()}
				if se, ok := err.(*apierrors.StatusError); ok {
					r["causes"] = causes(se.ErrStatus)
				}
				results = append(results, r)
				continue
			}
			live = res.(*unstructured.Unstructured)
			if live.GetUID() == "" {
				live.SetUID("u1")
			}
			results = append(results, map[string]interface{}{"object": live.DeepCopy().Object})
			age(live)
		}
		b, err := json.Marshal(results)
		if err != nil {
			panic(err)
		}
		out.Write(b)
		out.WriteByte('\n')
	}
}

// age makes all entries equally old, so that the order does not hang on the clock.
func age(live *unstructured.Unstructured) {
	old := metav1.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	entries := live.GetManagedFields()
	if entries == nil {
		return
	}
	for i := range entries {
		if entries[i].Time != nil {
			entries[i].Time = &old
		}
	}
	live.SetManagedFields(entries)
}

func causes(s metav1.Status) interface{} {
	if s.Details == nil {
		return nil
	}
	return s.Details.Causes
}
