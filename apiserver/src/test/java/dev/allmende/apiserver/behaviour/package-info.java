/** What clients rely on, by behaviour; each suite also runs against a real kube-apiserver. */
@NullMarked
package dev.allmende.apiserver.behaviour;

import org.jspecify.annotations.NullMarked;
