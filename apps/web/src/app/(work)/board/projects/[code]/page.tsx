import { openSubject, subjectTitle } from '@/features/subject/open-subject'

export const generateMetadata = subjectTitle('project')

export default openSubject('project')
