/** A button in a table's row; what the row is about is said to those who do not see the row. */
export const RowButton = ({ action, text, about }: { action: string; text: string; about: string }) => (
  <form method="post" action={action}>
    <button class="as-link">
      {text}
      <span class="unseen">: {about}</span>
    </button>
  </form>
);
