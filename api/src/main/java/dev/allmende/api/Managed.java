package dev.allmende.api;

import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * What every spec has whose object stands for a thing in the cloud. What is said of the fields here holds for the components
 * of the same name of every such spec.
 */
@Rule(
        cel = "self.managementPolicy != 'Observe' || has(self.__import__)",
        message = "managementPolicy Observe needs import: which thing is to be looked at?")
@Rule(
        cel = "has(self.__import__) == has(oldSelf.__import__)",
        message = "import cannot be changed: delete the object and make it anew")
public interface Managed {

    @Describe("Managed: made, changed and deleted with this object. Observe: only looked at.")
    @Default("Managed")
    @Immutable
    ManagementPolicy managementPolicy();

    @Describe(
            "What becomes of the thing in the cloud when this object is deleted. Without it: Retain for what was imported,"
                    + " Protect for what holds data, Delete for the rest.")
    @Nullable
    DeletionPolicy deletionPolicy();

    @Describe("What to do when it was changed in the cloud.")
    @Default("Report")
    DriftPolicy drift();

    @Describe(
            "Which thing of the cloud this is, when it is there already: with managementPolicy Managed it is taken over.")
    @Immutable
    @Nullable
    Import imported();

    @Describe("Name in the cloud; without it that of this object.")
    @TextLimits(min = 1, max = 255)
    @Nullable
    String name();

    @Describe("For people.")
    @TextLimits(max = 200)
    @Nullable
    String description();

    /** What a deletion does. */
    default DeletionPolicy onDelete() {
        var said = deletionPolicy();
        if (said != null) {
            return said;
        }
        return imported() == null ? usualDeletion() : DeletionPolicy.RETAIN;
    }

    /** What a deletion does to a thing of this kind when nothing is said. */
    default DeletionPolicy usualDeletion() {
        return DeletionPolicy.DELETE;
    }
}
