package dev.allmende.devcloud.image;

import java.util.Set;

/** Fields of an image that are not custom properties (glance/api/v2/images.py). */
final class Fields {
    static final Set<String> FIXED = Set.of(
            "id",
            "name",
            "status",
            "visibility",
            "size",
            "virtual_size",
            "checksum",
            "protected",
            "min_ram",
            "min_disk",
            "owner",
            "os_hidden",
            "os_hash_algo",
            "os_hash_value",
            "created_at",
            "updated_at",
            "tags",
            "self",
            "file",
            "schema",
            "disk_format",
            "container_format",
            "locations",
            "direct_url",
            "stores");
    static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "size",
            "virtual_size",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "created_at",
            "updated_at",
            "self",
            "file",
            "schema",
            "direct_url",
            "stores");
    static final Set<String> SORT_KEYS =
            Set.of("name", "status", "container_format", "disk_format", "size", "id", "created_at", "updated_at");

    private Fields() {}
}
