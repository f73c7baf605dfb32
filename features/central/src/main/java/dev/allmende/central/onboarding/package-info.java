/** Takes tenants on, keeps their logins fresh, and lets them go. */
@NullMarked
package dev.allmende.central.onboarding;

import org.jspecify.annotations.NullMarked;
