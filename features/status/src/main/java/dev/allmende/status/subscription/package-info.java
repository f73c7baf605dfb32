/** Who is told: takes subscriptions from readers, and sends each subscriber what is due. How, says DESIGN.md of notice. */
@NullMarked
package dev.allmende.status.subscription;

import org.jspecify.annotations.NullMarked;
