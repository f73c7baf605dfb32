package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.schema.SameJson;

/**
 * Where errors say that parts of versions stand. A Kubernetes API server keeps what all versions have in common once, at
 * the top of the specification, and names it there although apiextensions.k8s.io/v1 has no such fields (conversion in
 * apis/apiextensions/v1): with one version, its schema is {@code spec.validation}.
 */
record Places(JsonNode versions) {

    /** Whether the part is to be looked at with this version; what all have in common only with the first. */
    boolean isFirst(String part, int index) {
        return index == 0 || !isCommon(part);
    }

    String of(String part, int index) {
        if (!isCommon(part)) {
            return "spec.versions[" + index + "]." + part;
        }
        return part.equals("schema") ? "spec.validation" : "spec." + part;
    }

    private boolean isCommon(String part) {
        var first = versions.path(0).path(part);
        return !first.isEmpty() && versions.valueStream().allMatch(version -> SameJson.same(first, version.path(part)));
    }
}
