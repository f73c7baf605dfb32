package dev.allmende.api.storage;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** When backups of a volume are made, and how long they are kept. */
@Group("storage.allmende.dev")
@Version("v1alpha1")
@Describe("When backups of a volume are made, and how long they are kept. Each is a VolumeBackup with the label"
        + " storage.allmende.dev/schedule.")
@Rule(
        cel = "size(self.metadata.name) <= 50",
        message = "a schedule's name has 50 characters at most: its backups are named after it and their time")
@Column(name = "Volume", path = ".spec.volumeRef.name")
@Column(name = "Schedule", path = ".spec.schedule")
@Column(name = "Suspended", path = ".spec.suspend", type = "boolean")
@Column(name = "Kept", path = ".status.kept", type = "integer")
@Column(name = "LastSuccess", path = ".status.lastSuccessfulAt", type = "date")
@Column(name = "Next", path = ".status.nextAt")
@Column(name = "TimeZone", path = ".spec.timeZone", priority = 1)
public final class VolumeBackupSchedule extends CustomResource<VolumeBackupScheduleSpec, VolumeBackupScheduleStatus>
        implements Namespaced {

    /** Label of backups: name of the schedule that they belong to. */
    public static final String LABEL = "storage.allmende.dev/schedule";

    /** Annotation of backups: the time of the schedule that they were made for, RFC 3339. */
    public static final String SCHEDULED_AT = "storage.allmende.dev/scheduled-at";
}
