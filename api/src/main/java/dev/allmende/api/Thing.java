package dev.allmende.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;

/**
 * An object that stands for a thing in the cloud of its namespace's tenant.
 *
 * @param <P> spec
 * @param <O> what its status shows of the thing
 */
public abstract class Thing<P extends Managed, O extends Record> extends CustomResource<P, Status<O>>
        implements Namespaced {}
