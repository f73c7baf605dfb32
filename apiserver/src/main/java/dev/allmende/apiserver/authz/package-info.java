/** Who may do what: role-based access control. */
@NullMarked
package dev.allmende.apiserver.authz;

import org.jspecify.annotations.NullMarked;
