"use client";

import { type ReactNode, useId } from "react";
import { classes } from "./classes";

export interface Task {
  id: string;
  title: ReactNode;
  href?: string;
  hint?: ReactNode;
  /** A `Tag`, or plain words for what is complete. */
  status: ReactNode;
}

/** A client component, so that the page carries its tasks a second time and not all of its elements. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const prefix = useId();
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} prefix={`${prefix}-${task.id}`} />
      ))}
    </ul>
  );
}

function TaskItem({ task: { title, href, hint, status }, prefix }: { task: Task; prefix: string }) {
  const hintId = `${prefix}-hint`;
  const statusId = `${prefix}-status`;
  return (
    <li className={classes("nhsuk-task-list__item", href && "nhsuk-task-list__item--with-link")}>
      <div className="nhsuk-task-list__name-and-hint">
        {href ? (
          <a
            className="nhsuk-task-list__link nhsuk-link"
            href={href}
            aria-describedby={classes(Boolean(hint) && hintId, statusId)}
          >
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div className="nhsuk-task-list__hint" id={hintId}>
            {hint}
          </div>
        )}
      </div>
      <div className="nhsuk-task-list__status" id={statusId}>
        {status}
      </div>
    </li>
  );
}
