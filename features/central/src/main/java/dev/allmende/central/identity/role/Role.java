package dev.allmende.central.identity.role;

import dev.allmende.central.identity.Identity;
import dev.allmende.central.identity.Thing;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A role of a realm or of one of its clients. */
@Group(Identity.GROUP)
@Version(Identity.VERSION)
@AdditionalPrinterColumn(name = "Ready", jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Synced", jsonPath = ".status.conditions[?(@.type==\"Synced\")].status")
@AdditionalPrinterColumn(name = "Id", jsonPath = ".status.id")
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.conditions[?(@.type==\"Ready\")].message")
public final class Role extends Thing<RoleSpec> {}
