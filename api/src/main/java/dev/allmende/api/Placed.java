package dev.allmende.api;

import org.jspecify.annotations.Nullable;

/** What every status has whose object stands for a thing in the cloud. */
public interface Placed extends Observed {

    /** OpenStack's identifier of the thing; null while there is none. */
    @Nullable
    String id();
}
