@NullMarked
package dev.allmende.central.onboarding;

import org.jspecify.annotations.NullMarked;
