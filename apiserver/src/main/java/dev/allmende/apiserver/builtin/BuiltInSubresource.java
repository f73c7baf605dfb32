package dev.allmende.apiserver.builtin;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.Verb;
import dev.allmende.apiserver.schema.Schema;
import java.util.Set;

/**
 * A part of a built-in resource with a path of its own, for discovery and descriptions. {@code /status} is not among them:
 * the served kind says whether it exists.
 *
 * @param parent resource it belongs to
 * @param name last part of the path
 * @param groupVersion of what is sent and answered
 * @param schema of what is sent and answered
 */
public record BuiltInSubresource(
        GroupResource parent, String name, GroupVersion groupVersion, String kind, Set<Verb> verbs, Schema schema) {}
