/**
 * The messages of Kubernetes' built-in kinds, and how they are read from the wire. Tables of messages and fields are
 * resource files beside this package; objects are never written as protobuf.
 */
@NullMarked
package dev.allmende.apiserver.protobuf;

import org.jspecify.annotations.NullMarked;
