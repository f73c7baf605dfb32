/** The embedded API server under load, beside etcd and a real kube-apiserver, clients included. */
@NullMarked
package dev.allmende.bench.apiserver;

import org.jspecify.annotations.NullMarked;
