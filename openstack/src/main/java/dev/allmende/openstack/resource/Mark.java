package dev.allmende.openstack.resource;

import java.util.regex.Pattern;

/**
 * Says whose resource this is, so that a create whose answer was lost finds its own again and nobody else's.
 *
 * @param owner for example the UID of a Kubernetes object
 */
public record Mark(String owner) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern IN_TEXT = Pattern.compile(" ?\\[allmende:[A-Za-z0-9._-]{1,40}]$");

    /** Key of the mark where a resource has a map of free keys. */
    public static final String KEY = "allmende-owner";

    /** Where resources of a kind carry the mark, as far as the service takes it together with the create. */
    public enum Place {
        /** At the end of the description: Neutron, Keystone, Designate. */
        DESCRIPTION,
        /** A tag: Nova, Octavia. */
        TAGS,
        /** A key in {@code metadata}: Cinder. */
        METADATA,
        /** A property of its own: Glance. */
        PROPERTY,
        /** Nowhere; the name must be enough: key pairs, server groups, and what lives inside something that is marked. */
        NOWHERE
    }

    public Mark {
        if (!OWNER.matcher(owner).matches()) {
            throw new IllegalArgumentException(
                    "an owner has 1 to 40 letters, digits, dots, dashes and underscores, was '" + owner + "'");
        }
    }

    String tag() {
        return "allmende:" + owner;
    }

    String describe(String description) {
        var plain = plain(description);
        return plain + (plain.isEmpty() ? "" : " ") + "[" + tag() + "]";
    }

    /** The description as its author wrote it. */
    public static String plain(String description) {
        return IN_TEXT.matcher(description).replaceFirst("");
    }

    /** The wish with the mark in its place; a wish that does not touch the place keeps it as it is in the cloud. */
    Fields in(Fields fields, Place place) {
        return switch (place) {
            case DESCRIPTION ->
                fields.with(
                        "description",
                        describe(fields.value("description")
                                .map(value -> value.asText(""))
                                .orElse("")));
            case TAGS -> {
                var tags = new java.util.ArrayList<String>();
                fields.value("tags").ifPresent(known -> known.forEach(tag -> tags.add(tag.asText())));
                tags.remove(tag());
                tags.add(tag());
                yield fields.texts("tags", tags);
            }
            case METADATA -> {
                var metadata = new java.util.LinkedHashMap<String, String>();
                fields.value("metadata")
                        .ifPresent(known -> known.properties()
                                .forEach(entry -> metadata.put(
                                        entry.getKey(), entry.getValue().asText())));
                metadata.put(KEY, owner);
                yield fields.map("metadata", metadata);
            }
            case PROPERTY -> fields.with(KEY, owner);
            case NOWHERE -> fields;
        };
    }

    /** Whether a resource of a kind with this place carries the mark. */
    public boolean isOn(Resource resource, Place place) {
        return switch (place) {
            case DESCRIPTION -> resource.text("description").endsWith("[" + tag() + "]");
            case TAGS -> resource.tags().contains(tag());
            case METADATA -> owner.equals(resource.map("metadata").get(KEY));
            case PROPERTY -> resource.text(KEY).equals(owner);
            case NOWHERE -> false;
        };
    }

    Filter filter(Place place) {
        return switch (place) {
            case TAGS -> Filter.by("tags", tag());
            case PROPERTY -> Filter.by(KEY, owner);
            // Cinder's filter on metadata wants a Python literal, and Neutron compares whole descriptions: we look
            // ourselves.
            case DESCRIPTION, METADATA, NOWHERE -> Filter.ALL;
        };
    }
}
