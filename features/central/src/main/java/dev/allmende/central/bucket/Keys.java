package dev.allmende.central.bucket;

import dev.allmende.openstack.config.Secret;

/** A pair of keys for S3. */
public record Keys(String access, Secret secret) {}
