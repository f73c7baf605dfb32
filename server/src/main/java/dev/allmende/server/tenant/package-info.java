/** Commands about a tenant's namespace: bring in what a project has, take out what the namespace has. */
@NullMarked
package dev.allmende.server.tenant;

import org.jspecify.annotations.NullMarked;
